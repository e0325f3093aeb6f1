package shop;

import dev.escapement.*;
import jakarta.validation.constraints.*;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Refund(
      // ERROR ESC027 ConstraintConflict.WITH_LIMITS(Max), Expectation.BOTH_LIMITS(Expectation.AT_LEAST(5), Expectation.AT_MOST(1))
      @Min(5) @Max(1) int cents,
      // ERROR ESC027 ConstraintConflict.ALONE(Size), Expectation.SIZE(3, 2)
      @Size(min = 3, max = 2) String orderId,
      // ERROR ESC027 ConstraintConflict.WITH(FutureOrPresent, Past), Expectation.BOTH_AT_ONCE
      @Past @FutureOrPresent LocalDate day,
      // ERROR ESC027 ConstraintConflict.WITH_LIMITS(Min), Expectation.BOTH_LIMITS(Expectation.AT_LEAST(128), Expectation.AT_MOST(127))
      List<@Min(128) Byte> bytes,
      @Min(127) byte right) {}
}
