package deploy;

/** What follows a deployment. */
public sealed interface AfterDeploy permits RunSmokeTest, RollBack {}
