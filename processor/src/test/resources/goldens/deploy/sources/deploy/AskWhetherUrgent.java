package deploy;

import dev.escapement.Tool;

/** Ask a person whether the deployment is urgent. */
@Tool
public record AskWhetherUrgent() {}
