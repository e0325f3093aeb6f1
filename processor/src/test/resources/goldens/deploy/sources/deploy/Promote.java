package deploy;

import dev.escapement.Tool;

/** Deploy to production what runs on staging. */
@Tool
public record Promote() {}
