package tools.jackson.databind.annotation;

/** As Jackson has it. */
public @interface JsonNaming {
  Class<?> value();
}
