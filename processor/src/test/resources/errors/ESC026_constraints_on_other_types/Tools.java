package shop;

import dev.escapement.*;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Refund(
      // ERROR [ESC026] @Size is about strings, lists, sets, arrays and maps, and stands on a number
      @Size(max = 3) int cents,
      // ERROR [ESC026] @Min is about numbers, and stands on a string
      @Min(1) String orderId,
      // ERROR [ESC026] @Past is about dates and times of java.time, and stands on a string
      Optional<@Past String> day,
      // ERROR [ESC026] @NotBlank is about strings, and stands on a number
      Map<String, List<@NotBlank Integer>> amounts,
      // ERROR [ESC026] @Positive is about numbers, and stands on an array
      @Positive int[] counts,
      @Positive int right) {}
}
