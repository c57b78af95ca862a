/**
 * The words of the corpus. A name in angle brackets is another list, of this file or of phrases.mjs; the commonest words of a
 * list stand first, since a list is drawn from with its head preferred.
 */

/** @param {string} text */
const list = (text) =>
  text
    .split('|')
    .map((word) => word.trim())
    .filter(Boolean)
/** @param {string} text */
const words = (text) => text.split(/\s+/).filter(Boolean)

/** @type {Readonly<Record<string, readonly string[]>>} */
export const WORDS = {
  person:
    words(`worker tenant driver teacher nurse councillor minister resident neighbour union-member official student miner
    pensioner farmer shopkeeper engineer delegate lawyer doctor cleaner carer porter postman signaller docker weaver reader
    visitor librarian historian journalist conductor bus-driver fitter electrician joiner apprentice lecturer researcher
    campaigner volunteer observer passenger commuter landlord employer contractor developer chairman secretary treasurer
    organiser spokeswoman spokesman convener steward magistrate ambassador soldier conscript refugee migrant fisherman
    glassmaker steelworker shipbuilder bricklayer paramedic midwife psychiatrist caretaker housekeeper warehouseman
    lighthouse-keeper schoolgirl schoolboy grandmother eyewitness trade-unionist playwright photographer`),
  people:
    words(`people men women workers tenants people others drivers teachers nurses families residents members councillors neighbours students
    children pensioners parents passengers ministers officials farmers miners carers cleaners doctors engineers delegates
    campaigners volunteers supporters readers visitors shopkeepers apprentices patients employers landlords contractors
    developers journalists lawyers strikers pickets marchers demonstrators onlookers soldiers refugees migrants dockers
    seafarers steelworkers railwaymen firefighters postal-workers ambulance-crews trade-unionists leaseholders
    householders taxpayers schoolchildren undergraduates grandparents newcomers latecomers backbenchers representatives
    negotiators commissioners investigators bailiffs shareholders pharmacists physiotherapists`),
  body: list(`council|union|government|company|committee|ministry|court|party|landlord|board|hospital trust|police
    |county council|trades council|housing association|bus company|commission|agency|parish council|inspectorate
    |ombudsman|Treasury|Home Office|Foreign Office|High Court|strike committee|tenants’ association|water company
    |health authority|development corporation|chamber of commerce|port authority|broadcasting authority
    |Transport Department|residents’ campaign|co-operative society|city corporation|national executive
    |employment tribunal|inquiry|Boundary Commission|pensions regulator|Civil Aviation Authority`),
  thing:
    list(`pay|town|time|side|week|year|door|room|hall|team|game|boat|farm|coal|wool|food|bread|milk|light|water|field|ground
    |name|case|rule|idea|land|land|wall|fire|plan|rent|work|service|agreement|report|decision|offer|house|school|road|strike|campaign|budget|bill|law
    |contract|meeting|vote|letter|bridge|library|hospital|line|depot|estate|factory|harbour|station|timetable|theatre
    |museum|market|swimming bath|ballot|petition|appeal|inquiry|judgment|settlement|proposal|programme|repair|roof|boiler
    |scheme|grant|loan|deficit|surplus|increase|reduction|closure|sale|merger|takeover|transfer|investment|contribution
    |announcement|statement|amendment|resolution|motion|manifesto|constitution|treaty|ceasefire|embargo|pipeline
    |power station|reservoir|railway|tramway|goods yard|viaduct|lighthouse|lifeboat|trawler|warehouse|workshop|foundry
    |shipyard|colliery|quarry|brewery|bakery|laundry|kitchen|nursery|playground|allotment|footpath|towpath|hedgerow|orchard
    |moor|marsh|embankment|flood defence|drainage board|waiting list|pension fund|sick-pay scheme|wage freeze|overtime ban
    |picket line|redundancy notice|eviction notice|planning permission|compulsory purchase order|consultation
    |environmental assessment|infrastructure|reorganisation|privatisation|nationalisation|compensation|apprenticeship
    |questionnaire|memorandum|correspondence|catalogue|exhibition|anniversary|orchestra|performance|documentary`),
  things:
    list(`times|towns|sides|doors|rooms|farms|boats|goods|words|names|rules|works|roads|wages|rents|prices|jobs|homes|services|talks|costs|plans|hours|cuts|fares|buses|trains|schools|hospitals|repairs
    |conditions|negotiations|pensions|bills|figures|profits|dividends|taxes|rates|loans|debts|shares|contracts|closures
    |redundancies|strikes|meetings|elections|votes|seats|letters|complaints|objections|recommendations|regulations
    |allegations|assurances|demands|promises|proposals|amendments|sanctions|exports|imports|supplies|deliveries|shipments
    |vehicles|engines|boilers|windows|stairwells|balconies|pavements|street lights|playing fields|workshops|laboratories
    |operating theatres|waiting times|working practices|health-and-safety rules|collective agreements|zero-hours contracts
    |energy bills|food banks|council tax arrears|school meals|library hours|bus routes|branch lines|level crossings
    |signal boxes|sea walls|water mains|sewers|archives|manuscripts|photographs|recordings|instruments|costumes
    |subscriptions|donations|collections|qualifications|responsibilities|circumstances|consequences`),
  adjective:
    words(`new public local last old long good full first great whole small national early general real low high fair
    final young poor British common large recent free late strong serious social political private annual proper hard short
    open empty cold wet narrow broken safe cheap dear modest generous reasonable considerable important different ordinary
    necessary difficult impossible industrial economic financial municipal regional parliamentary democratic independent
    international constitutional administrative environmental temporary permanent unexpected unprecedented unacceptable
    controversial complicated straightforward disappointing encouraging extraordinary half-finished long-promised
    well-known badly-lit five-year two-tier cross-party part-time full-time short-term long-term publicly-owned
    privately-run anti-union pro-government self-financing weather-beaten nineteenth-century post-war state-of-the-art
    damp draughty dilapidated derelict magnificent unheated crowded overcrowded understaffed underpaid skilled experienced
    so-called joint separate additional voluntary compulsory confidential provisional comprehensive`),
  verbed:
    list(`made|took|left|held|found|met|read|sold|paid for|asked for|spoke of|knew|heard of|gave up|sent back|turned down
    |put off|took over|called for|rejected|accepted|welcomed|opposed|supported|announced|approved|agreed|defended|criticised|condemned|demanded
    |promised|delayed|withdrew|published|signed|ended|began|won|lost|cut|closed|opened|kept|saved|raised|lowered|doubled
    |abandoned|postponed|cancelled|suspended|resumed|completed|examined|discussed|debated|questioned|challenged|postponed
    |overturned|upheld|endorsed|recommended|considered|proposed|drafted|circulated|repaired|rebuilt|restored|replaced
    |inspected|surveyed|measured|occupied|blocked|boycotted|picketed|privatised|nationalised|reorganised|subsidised
    |investigated|negotiated|renegotiated|acknowledged|underestimated|commissioned|authorised|implemented|safeguarded`),
  done: list(`passed|wanted|needed|moved|carried|studied|drawn up|fought for|cleared|tested|planned|checked|shared|painted|made|taken|left|held|found|read|sold|paid for|asked for|heard of|given up|sent back|turned down|put off|taken over
    |called for|rejected|accepted|welcomed|opposed|agreed|announced|approved|withdrawn|published|signed|closed|opened|saved|raised
    |lowered|abandoned|postponed|cancelled|suspended|finished|examined|discussed|questioned|challenged|overturned
    |recommended|repaired|rebuilt|restored|replaced|inspected|demolished|sold|bought|leased|lent|paid for|forgotten
    |misunderstood|investigated|renegotiated|reorganised|commissioned|authorised|implemented|scrutinised`),
  do: list(`pass|move|carry|study|draw up|fight|clear|test|plan|check|share|paint|visit|change|follow|settle|manage|refuse|make|take|leave|hold|find|meet|read|give up|send back|turn down|put off|take over|call for|reject|accept|support|oppose|close|open|keep|save|cut|raise|lower|sell|buy|build|repair|replace|defend|delay|publish
    |sign|end|stop|withdraw|examine|discuss|question|challenge|postpone|finish|restore|abandon|improve|protect|extend
    |expand|reduce|reconsider|reorganise|privatise|nationalise|subsidise|investigate|negotiate|renegotiate|strengthen
    |undermine|safeguard|implement|guarantee|co-ordinate`),
  doing:
    list(`closing|keeping|cutting|raising|selling|building|repairing|replacing|defending|delaying|publishing|ending|stopping
    |withdrawing|examining|postponing|restoring|abandoning|improving|protecting|extending|reducing|reorganising
    |investigating|renegotiating|strengthening|undermining|implementing`),
  said: list(`said|said|added|replied|explained|insisted|warned|argued|recalled|admitted|wrote
    |said afterwards|maintained|conceded`),
  thatsaid:
    list(`said|warned|insisted|argued|claimed|admitted|announced|explained|believed|suggested|complained|predicted
    |confirmed|denied|reported|estimated|acknowledged`),
  adverb:
    words(`already now still also then once soon never again only almost certainly finally quickly slowly quietly simply clearly recently
    repeatedly reluctantly unanimously immediately apparently eventually deliberately unexpectedly overwhelmingly
    systematically`),
  month: words('January February March April May June July August September October November December'),
  day: words('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'),
  trade:
    list(`engineering|transport|housing|health|education|catering|construction|shipbuilding|agriculture|printing|mining
    |local government|further education|telecommunications|pharmaceuticals|broadcasting`),
  paper: list(`the *Morning Post*|the *Evening Courier*|the *County Gazette*|*Harbour News*|the *Weekly Advertiser*
    |the *Northern Chronicle*|*The Stonemason*`),
  work: list(`*The Drowned Village*|*A Winter on the Line*|*Songs of the Weavers*|*The Harbourmaster’s Daughter*
    |*Notes from a Signal Box*|*Bread and Salt*|*The Long Retreat*|*An Inspector of Bridges*`),
  place:
    list(`Harwell|London|Leeds|Bristol|Glasgow|Dunmore|Dunmore|Castlebridge|Penrose Bay|Wetherham|Aldcaster|St Brannock’s|Marsh End|North Kelsay|Brigham
    |Llanfairfechan|Aberdulais|Invercauld|Glenshiel|Ballymena|Wolverhampton|Huddersfield|Middlesbrough|Kingston-upon-Hull
    |Stoke-on-Trent|Ashton-under-Lyne|Newcastle|Sheffield|Leicester|Glasgow|Swansea|Belfast|Bristol|Leeds|Hackney|Tilbury
    |Southampton|Barrow-in-Furness|Berwick-upon-Tweed|Weston-super-Mare|Manchester|Birmingham|Edinburgh|London`),
  abroad:
    list(`France|Germany|Ireland|India|China|Cuba|Brazil|Kazakhstan|Turkey|Greece|Portugal|Spain|South Africa|Bangladesh
    |Venezuela|Vietnam|Nicaragua|Mozambique|Czechoslovakia|Switzerland|the Netherlands|the United States|Burkina Faso
    |Afghanistan|Palestine|Ukraine|Mongolia`),
  street:
    list(`Ferry Lane|Station Road|Mill Street|Gasworks Yard|Victoria Terrace|Quay Street|Old Tannery Road|Church Row
    |Commercial Road|Albert Embankment|Bridge Street|Ropewalk|Market Place|Cooperage Lane`),
  fore: words(`Anne Arthur Bridget Carol Daniel Edith Farah George Helen Ibrahim Joan Kofi Leila Martin Nadia Owen Priya Ruth
    Samuel Theo Moira Dafydd Siobhan Winston Gwendolyn Alasdair Bartholomew Jacqueline Konstantin Zuleikha`),
  sur: words(`Brown Hughes Reid Shaw Evans Aldred Barker Clegg Donovan Evans Fairweather Gupta Hargreaves Iqbal Jenkinson Kowalski Llewellyn MacAllister
    Nwachukwu O’Donnell Pemberton Quigley Ramsbottom Shaw Thistlethwaite Unwin Venkataraman Wolstenholme Young
    Abdrakhmanov Papadopoulos Fernández Müller Ng Ali Bell Cox Day Featherstonehaugh Postlethwaite-Jones Mukhamedzhanov
    Szczepański Brown Reid Hughes`),
  since: list(`for years|since the spring|for most of the winter|since 19<digit><digit>|since the war|for a generation
    |until the end of <month>|all summer|since the mill closed`),
  aside:
    list(`as it was then|so far as is known|more or less|it is true|or so they say|at least|to be fair|as ever|of course|once more
    |for all that|in the end|some time later|there and then|at first|after all|as far back as anyone could recall`),
  manner:
    list(`without warning|by a majority of <small>|after a long debate|behind closed doors|in writing|at the last minute
    |with great reluctance|against the advice of its own <people>|for the third time|by return of post|in open court
    |on the casting vote of the chair|under protest|to loud applause|in spite of everything`),
}
