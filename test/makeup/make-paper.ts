// Placeholder until the rooms are all there.
export {}
