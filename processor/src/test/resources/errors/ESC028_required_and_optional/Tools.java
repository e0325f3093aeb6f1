package shop;

import dev.escapement.*;
import org.jspecify.annotations.Nullable;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Refund(
      // ERROR ESC028 NotNull, Optional
      @NotNull Optional<String> note,
      // ERROR ESC028 NotBlank, @Nullable
      @Nullable @NotBlank String reason,
      Optional<@NotBlank String> right) {}
}
