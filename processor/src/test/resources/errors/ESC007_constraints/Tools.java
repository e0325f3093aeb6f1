package shop;

import dev.escapement.Tool;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.util.List;
import java.util.Map;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Refund(
      // ERROR [ESC007] @NotBlank on the component orderId of Refund is not honoured
      @NotBlank String orderId,
      // ERROR [ESC007] @Positive on the component cents of Refund is not honoured
      @Positive(message = "more!") long cents,
      // ERROR [ESC007] @Pattern on the component note of Refund is not honoured
      @javax.validation.constraints.Pattern(regexp = ".*") String note,
      // ERROR [ESC007] @NotBlank on the component names of Refund is not honoured
      List<@NotBlank String> names,
      // ERROR [ESC007] @Positive on the component amounts of Refund is not honoured
      Map<String, @Positive Integer> amounts) {}
}
