package dev.escapement.thread;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The instruction to Jackson databind 2 and 3 to read and write a type by its codec. Both versions are optional. The
 * annotation has no elements, so compilers do not report that the annotations on it are missing.
 */
@JacksonAnnotationsInside
@com.fasterxml.jackson.databind.annotation.JsonSerialize(using = Jackson2Serializer.class)
@com.fasterxml.jackson.databind.annotation.JsonDeserialize(using = Jackson2Deserializer.class)
@tools.jackson.databind.annotation.JsonSerialize(using = Jackson3Serializer.class)
@tools.jackson.databind.annotation.JsonDeserialize(using = Jackson3Deserializer.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface JacksonBinding {}
