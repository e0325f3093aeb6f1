package dev.escapement.processor.functional.shape;

import dev.escapement.Tool;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/** Constrained strings and booleans, one per record, so that each is mutated often. */
@SuppressWarnings("ESC040")
public interface LimitedTexts {

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record There(@NotNull String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record SizeFromTo(@Size(min = 1, max = 3) String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record SizeAtLeast(@Size(min = 2) String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record SizeExactly(@Size(min = 4, max = 4) String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record NoRoom(@Size(max = 0) String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record NotBlankText(@NotBlank String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record NotEmptyText(@NotEmpty String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record NotEmptyButShort(@NotEmpty @Size(max = 2) String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record NotBlankButShort(@NotBlank @Size(max = 2) String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record Mail(@Email String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record MailOfOrganisation(@Email(regexp = ".*[.]org") String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record ShortMail(@Email @Size(max = 5) String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record Numbered(@Pattern(regexp = "A-\\d+") String value) {}

    /** Two constraints that must both hold. */
    @Tool
    @SuppressWarnings("ESC040")
    record Alternatives(
            @Pattern(regexp = "a|bb") @Size(min = 2) String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record NoBlanks(@Pattern(regexp = "[^ ]*") @NotBlank String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record Anchored(@Pattern(regexp = "^[a-z]{2,4}$") String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record Phone(@Pattern(regexp = "(?:\\+[1-9])?[0-9]{3}") String value) {}

    /** A constrained string. */
    @Tool
    @SuppressWarnings("ESC040")
    record AnyTwo(@Pattern(regexp = ".{1,2}") String value) {}

    /** A repeated annotation. */
    @Tool
    @SuppressWarnings("ESC040")
    record ManyPatterns(
            @Pattern(regexp = "a|b") @Pattern(regexp = "[a-b]")
            String value) {}

    /** A constrained {@code boolean}. */
    @Tool
    @SuppressWarnings("ESC040")
    record Yes(@AssertTrue boolean value) {}

    /** A constrained {@code Boolean}. */
    @Tool
    @SuppressWarnings("ESC040")
    record No(@AssertFalse Boolean value) {}

    /** A constrained optional. */
    @Tool
    @SuppressWarnings("ESC040")
    record PerhapsYes(@AssertTrue Optional<Boolean> value) {}
}
