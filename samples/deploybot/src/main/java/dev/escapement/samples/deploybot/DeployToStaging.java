package dev.escapement.samples.deploybot;

import dev.escapement.Tool;
import jakarta.validation.constraints.Pattern;

/**
 * Deploy a tag to staging. Always allowed.
 *
 * @param tag The tag, like v1.4.2
 */
@Tool
record DeployToStaging(
        @Pattern(regexp = "v\\d+\\.\\d+\\.\\d+") String tag) {}
