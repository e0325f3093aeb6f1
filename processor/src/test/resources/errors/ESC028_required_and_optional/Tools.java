package shop;

import dev.escapement.*;
import org.jspecify.annotations.Nullable;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Refund(
      // ERROR [ESC028] @NotNull says that the value must be there, and Optional says that it may be missing
      @NotNull Optional<String> note,
      // ERROR [ESC028] @NotBlank says that the value must be there, and @Nullable says that it may be missing
      @Nullable @NotBlank String reason,
      Optional<@NotBlank String> right) {}
}
