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

/** Strings and booleans with rules, one each, so that each is damaged often. */
@SuppressWarnings("ESC040")
public interface LimitedTexts {

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record There(@NotNull String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record SizeFromTo(@Size(min = 1, max = 3) String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record SizeAtLeast(@Size(min = 2) String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record SizeExactly(@Size(min = 4, max = 4) String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record NoRoom(@Size(max = 0) String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record NotBlankText(@NotBlank String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record NotEmptyText(@NotEmpty String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record NotEmptyButShort(@NotEmpty @Size(max = 2) String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record NotBlankButShort(@NotBlank @Size(max = 2) String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record Mail(@Email String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record MailOfOrganisation(@Email(regexp = ".*[.]org") String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record ShortMail(@Email @Size(max = 5) String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record Numbered(@Pattern(regexp = "A-\\d+") String value) {}

    /** Both must hold. */
    @Tool
    @SuppressWarnings("ESC040")
    record Alternatives(
            @Pattern(regexp = "a|bb") @Size(min = 2) String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record NoBlanks(@Pattern(regexp = "[^ ]*") @NotBlank String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record Anchored(@Pattern(regexp = "^[a-z]{2,4}$") String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record Phone(@Pattern(regexp = "(?:\\+[1-9])?[0-9]{3}") String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record AnyTwo(@Pattern(regexp = ".{1,2}") String value) {}

    /** An annotation may be there twice. */
    @Tool
    @SuppressWarnings("ESC040")
    record ManyPatterns(
            @Pattern(regexp = "a|b") @Pattern(regexp = "[a-b]")
            String value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record Yes(@AssertTrue boolean value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record No(@AssertFalse Boolean value) {}

    /** Alone. */
    @Tool
    @SuppressWarnings("ESC040")
    record PerhapsYes(@AssertTrue Optional<Boolean> value) {}
}
