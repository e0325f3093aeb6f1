package deploy;

import dev.escapement.Tool;

/** Ask whether it can wait until morning. */
@Tool
public record AskWhetherUrgent() {}
