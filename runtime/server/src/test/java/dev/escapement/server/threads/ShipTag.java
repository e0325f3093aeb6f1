package dev.escapement.server.threads;

import dev.escapement.Tool;
import dev.escapement.Upcast;
import dev.escapement.json.JsonText;
import jakarta.validation.constraints.Pattern;

/**
 * Ships a release. The form of {@link ShipRelease} in the next release of the agent.
 *
 * @param version The version
 */
@Tool(formerly = "ship_release")
record ShipTag(@Pattern(regexp = "v\\d+\\.\\d+\\.\\d+") String version) {

    @Upcast(from = "6c5a745eddd4d806")
    static JsonText tagToVersion(JsonText old) {
        return new JsonText(old.json().replace("\"tag\"", "\"version\""));
    }
}
