package dev.trimtab.runtime.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The value, written as in YAML, of a record component whose key is absent from every layer. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    /** Returns the value as written in YAML, such as {@code 3}, {@code 10m} or {@code [a, b]}. */
    String value();
}
