package shop;

import dev.escapement.Tool;
import jakarta.validation.constraints.*;
import java.util.List;
import java.util.Map;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Others(
      // ERROR [ESC007] @Ticket on the component ticket of Others is not honoured
      @Ticket String ticket,
      // ERROR [ESC007] @Ticket on the component tickets of Others is not honoured
      List<@Ticket String> tickets,
      // ERROR [ESC007] @Ticket on the component names of Others is not honoured
      Map<@Ticket String, Integer> names) {}

  @Tool record Members(
      @NotBlank(message = "write something") String text,
      // ERROR [ESC007] @NotBlank(groups = …) on the component orderId of Members is not honoured
      @NotBlank(groups = Tools.class) String orderId,
      // ERROR [ESC007] @Pattern(flags = …) on the component note of Members is not honoured
      @Pattern(regexp = "a", flags = Pattern.Flag.DOTALL) String note) {}

  @Tool record Places(
      // ERROR [ESC007] @Min on the component matrix of Places is not honoured … those of lists are
      List<@Min(1) int[]> matrix,
      int number) {

    // ERROR [ESC007] @Min on the method total of Places is not honoured … belong on the components
    @Min(1) int total() {
      return number;
    }
  }
}
