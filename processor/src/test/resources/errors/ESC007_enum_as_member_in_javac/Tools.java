package shop;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Tool;

// The compiler of Eclipse shows such an annotation at the accessor only, so that is where it is refused then.
@SuppressWarnings("ESC040")
class Tools {
  @Tool record Members(
      // ERROR ESC007 Declaration.ANNOTATION_ELEMENT(JsonProperty, access), Declaration.COMPONENT(note, Members), AnnotationRemedy.NONE
      @JsonProperty(access = JsonProperty.Access.READ_ONLY) String note) {}
}
