package shop;

import dev.escapement.*;
import jakarta.validation.constraints.*;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Refund(
      // ERROR ESC030 a lot, DecimalMax, Expectation.DECIMAL_LIMIT
      @DecimalMax("a lot") double cents,
      // ERROR ESC030 -1, Digits, Expectation.DIGITS_LIMIT
      @Digits(integer = -1, fraction = 2) BigDecimal amount,
      @DecimalMax("1e2") double right) {}
}
