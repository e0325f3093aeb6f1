package dev.escapement.server.threads;

import dev.escapement.Tool;
import jakarta.validation.constraints.Pattern;

/**
 * Ships a release.
 *
 * @param tag The tag
 */
@Tool
record ShipRelease(@Pattern(regexp = "v\\d+\\.\\d+\\.\\d+") String tag) {}
