package dev.escapement.spring.autoconfigure;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Conditional;

/** Applies a configuration only if the settings select a kind of store. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(StoreCondition.class)
@interface ConditionalOnStore {

    /** Returns the kind of store. */
    StoreType value();
}
