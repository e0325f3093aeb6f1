package deploy;

import dev.escapement.Tool;

/**
 * Deploy a tag to production.
 *
 * @param tag The tag to deploy
 */
@Tool
public record DeployToProduction(String tag) implements Production {}
