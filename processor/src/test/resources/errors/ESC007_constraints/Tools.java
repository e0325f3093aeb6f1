package shop;

import dev.escapement.Tool;
import jakarta.validation.constraints.*;
import java.util.List;
import java.util.Map;

@SuppressWarnings("ESC040")
class Tools {
  @Tool record Others(
      // ERROR ESC007 Ticket, Declaration.COMPONENT(ticket, Others), AnnotationRemedy.CHECK_VALUE
      @Ticket String ticket,
      // ERROR ESC007 Ticket, Declaration.COMPONENT(tickets, Others), AnnotationRemedy.CHECK_VALUE
      List<@Ticket String> tickets,
      // ERROR ESC007 Ticket, Declaration.COMPONENT(names, Others), AnnotationRemedy.CHECK_VALUE
      Map<@Ticket String, Integer> names) {}

  @Tool record Members(
      @NotBlank(message = "write something") String text,
      // ERROR ESC007 Declaration.ANNOTATION_ELEMENT(NotBlank, groups), Declaration.COMPONENT(orderId, Members), AnnotationRemedy.NONE
      @NotBlank(groups = Tools.class) String orderId,
      // ERROR ESC007 Declaration.ANNOTATION_ELEMENT(Pattern, flags), Declaration.COMPONENT(note, Members), AnnotationRemedy.NONE
      @Pattern(regexp = "a", flags = Pattern.Flag.DOTALL) String note) {}

  @Tool record Places(
      // ERROR ESC007 Min, Declaration.COMPONENT(matrix, Places), AnnotationRemedy.LIST_OF_PRIMITIVES
      List<@Min(1) int[]> matrix,
      int number) {

    // ERROR ESC007 Min, Declaration.METHOD(total, Places), AnnotationRemedy.CONSTRAINT_ON_COMPONENT
    @Min(1) int total() {
      return number;
    }
  }
}
