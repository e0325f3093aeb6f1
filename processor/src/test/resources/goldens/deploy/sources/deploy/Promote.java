package deploy;

import dev.escapement.Tool;

/** Deploy the tag on staging to production. */
@Tool
public record Promote() {}
