package shop;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.escapement.Tool;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.Length;

@SuppressWarnings("ESC040")
// GENERATED shop.Tools_FreeSpec
class Tools {
  @Constraint(validatedBy = {})
  @NotNull
  @Size(min = 3)
  @Target({ElementType.FIELD, ElementType.TYPE_USE})
  @interface Sku {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  @Constraint(validatedBy = {})
  @Target(ElementType.TYPE_USE)
  @interface Price {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  @JacksonAnnotationsInside
  @JsonProperty("zzz")
  @interface Zzz {}

  @interface Plain {}

  @Tool record Ordered(
      // ERROR ESC007 Tools.Sku, Declaration.COMPONENT(one, Ordered), AnnotationRemedy.COMPOSED_CONSTRAINT
      @Sku String one,
      // ERROR ESC007 Tools.Sku, Declaration.COMPONENT(many, Ordered), AnnotationRemedy.COMPOSED_CONSTRAINT
      List<@Sku String> many,
      // ERROR ESC007 Tools.Sku, Declaration.COMPONENT(named, Ordered), AnnotationRemedy.COMPOSED_CONSTRAINT
      Map<@Sku String, Integer> named,
      // ERROR ESC007 Tools.Sku, Declaration.COMPONENT(some, Ordered), AnnotationRemedy.COMPOSED_CONSTRAINT
      Optional<@Sku String> some,
      // ERROR ESC007 Tools.Sku, Declaration.COMPONENT(array, Ordered), AnnotationRemedy.COMPOSED_CONSTRAINT
      @Sku String[] array) {}

  @Tool record Priced(
      // ERROR ESC007 Tools.Price, Declaration.COMPONENT(one, Priced), AnnotationRemedy.COMPOSED_CONSTRAINT
      @Price String one,
      // ERROR ESC007 Tools.Price, Declaration.COMPONENT(array, Priced), AnnotationRemedy.COMPOSED_CONSTRAINT
      @Price String[] array,
      // ERROR ESC007 Tools.Price, Declaration.COMPONENT(optional, Priced), AnnotationRemedy.COMPOSED_CONSTRAINT
      @Price Optional<String> optional) {}

  @Tool record Named(
      // ERROR ESC007 Tools.Zzz, Declaration.COMPONENT(name, Named), AnnotationRemedy.COMPOSED_JACKSON
      @Zzz String name,
      // ERROR ESC007 Length, Declaration.COMPONENT(text, Named), AnnotationRemedy.COMPOSED_CONSTRAINT
      @Length(min = 2) String text) {}

  @Tool record Free(@Plain String name) {}
}
