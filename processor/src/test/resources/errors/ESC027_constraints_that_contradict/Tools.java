package shop;

import dev.escapement.*;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Refund(
      // ERROR [ESC027] @Max here leaves no value … at least 5 and at most 1
      @Min(5) @Max(1) int cents,
      // ERROR [ESC027] @Size leaves no value … at least 3 and at most 2 long
      @Size(min = 3, max = 2) String orderId,
      // ERROR [ESC027] @FutureOrPresent with @Past leaves no value
      @Past @FutureOrPresent LocalDate day,
      // ERROR [ESC027] @Min here leaves no value … at least 128 and at most 127
      List<@Min(128) Byte> bytes,
      @Min(127) byte right) {}
}
