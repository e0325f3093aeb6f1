package dev.escapement.samples.deploybot;

import dev.escapement.Tool;
import jakarta.validation.constraints.Pattern;

/**
 * Deploy a tag to production. Requires an earlier deployment to staging, and the approval of a person.
 *
 * @param tag The tag, like v1.4.2
 */
@Tool
record DeployToProduction(
        @Pattern(regexp = "v\\d+\\.\\d+\\.\\d+") String tag) {}
