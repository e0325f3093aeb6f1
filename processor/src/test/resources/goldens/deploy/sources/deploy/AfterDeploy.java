package deploy;

/** The possible calls after a deployment. */
public sealed interface AfterDeploy permits RunSmokeTest, RollBack {}
