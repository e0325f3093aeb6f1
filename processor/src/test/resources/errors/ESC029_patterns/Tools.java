package shop;

import dev.escapement.*;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Refund(
      // ERROR ESC029 "(?=a)", PatternConstruct.LOOKAHEAD, 0, PatternRemedy.CODE
      @Pattern(regexp = "(?=a)") String orderId,
      // ERROR ESC029 "(a)\\1", PatternConstruct.BACKREFERENCE, 3, PatternRemedy.CODE
      List<@Pattern(regexp = "(a)\\1") String> codes,
      @Pattern(regexp = "[A-Z]{3}-\\d+") String right) {}
}
