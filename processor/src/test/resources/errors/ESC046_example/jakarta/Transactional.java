package jakarta.transaction;

import java.lang.annotation.*;

@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Transactional {
  enum TxType { REQUIRED, REQUIRES_NEW, NEVER, NOT_SUPPORTED }

  TxType value() default TxType.REQUIRED;

  Class<?>[] rollbackOn() default {};

  Class<?>[] dontRollbackOn() default {};
}
