package deploy;

/** A call that changes production. */
public sealed interface Production permits DeployToProduction, RollBack {}
