package shop;

import dev.escapement.*;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Refund(
      // ERROR [ESC029] The regular expression (?=a) has a lookahead at index 0
      @Pattern(regexp = "(?=a)") String orderId,
      // ERROR [ESC029] The regular expression (a)\1 has a backreference at index 3
      List<@Pattern(regexp = "(a)\\1") String> codes,
      @Pattern(regexp = "[A-Z]{3}-\\d+") String right) {}
}
