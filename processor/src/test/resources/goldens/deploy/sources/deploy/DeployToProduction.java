package deploy;

import dev.escapement.Tool;

/**
 * Deploy a tag to production.
 *
 * @param tag the tag
 */
@Tool
public record DeployToProduction(String tag) implements Production {}
