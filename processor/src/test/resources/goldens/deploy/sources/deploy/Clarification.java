package deploy;

import dev.escapement.Describe;
import jakarta.validation.constraints.NotBlank;
import java.util.Optional;

/** A person's clarification of a request. */
public record Clarification(
        @Describe("The answer in the person's words") @NotBlank String answer,
        @Describe("The tag, if the person named one") Optional<String> tag) {}
