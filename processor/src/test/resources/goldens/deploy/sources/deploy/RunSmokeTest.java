package deploy;

import dev.escapement.Tool;

/**
 * Test a deployment.
 *
 * @param tag the deployed tag
 */
@Tool
public record RunSmokeTest(String tag) implements AfterDeploy {}
