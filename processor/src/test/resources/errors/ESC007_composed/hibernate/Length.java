package org.hibernate.validator.constraints;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;

/** As Hibernate Validator has it. */
@Constraint(validatedBy = {})
public @interface Length {
  int min() default 0;

  String message() default "";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
