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
      // ERROR [ESC007] @Tools.Sku on the component one of Ordered is not honoured … jakarta.validation.constraints that it stands for
      @Sku String one,
      // ERROR [ESC007] @Tools.Sku on the component many of Ordered is not honoured … compact constructor
      List<@Sku String> many,
      // ERROR [ESC007] @Tools.Sku on the component named of Ordered is not honoured
      Map<@Sku String, Integer> named,
      // ERROR [ESC007] @Tools.Sku on the component some of Ordered is not honoured
      Optional<@Sku String> some,
      // ERROR [ESC007] @Tools.Sku on the component array of Ordered is not honoured
      @Sku String[] array) {}

  @Tool record Priced(
      // ERROR [ESC007] @Tools.Price on the component one of Priced is not honoured
      @Price String one,
      // ERROR [ESC007] @Tools.Price on the component array of Priced is not honoured
      @Price String[] array,
      // ERROR [ESC007] @Tools.Price on the component optional of Priced is not honoured
      @Price Optional<String> optional) {}

  @Tool record Named(
      // ERROR [ESC007] @Tools.Zzz on the component name of Named is not honoured … annotations of Jackson that it stands for
      @Zzz String name,
      // ERROR [ESC007] @Length on the component text of Named is not honoured … jakarta.validation.constraints
      @Length(min = 2) String text) {}

  @Tool record Free(@Plain String name) {}
}
