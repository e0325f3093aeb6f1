package deploy;

/** What touches production. */
public sealed interface Production permits DeployToProduction, RollBack {}
