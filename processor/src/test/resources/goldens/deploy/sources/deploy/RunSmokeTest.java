package deploy;

import dev.escapement.Tool;

/**
 * Test a deployment.
 *
 * @param tag The deployed tag
 */
@Tool
public record RunSmokeTest(String tag) implements AfterDeploy {}
