package shop;

import dev.escapement.*;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Refund(
      // ERROR ESC026 Size, ValueKind.SIZED_VALUES, ValueKind.NUMBER
      @Size(max = 3) int cents,
      // ERROR ESC026 Min, ValueKind.NUMBERS, ValueKind.STRING
      @Min(1) String orderId,
      // ERROR ESC026 Past, ValueKind.TIMES, ValueKind.STRING
      Optional<@Past String> day,
      // ERROR ESC026 NotBlank, ValueKind.STRINGS, ValueKind.NUMBER
      Map<String, List<@NotBlank Integer>> amounts,
      // ERROR ESC026 Positive, ValueKind.NUMBERS, ValueKind.ARRAY
      @Positive int[] counts,
      @Positive int right) {}
}
