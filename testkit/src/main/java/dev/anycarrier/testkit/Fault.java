package dev.anycarrier.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Claims rows of the fault catalogue: the annotated test shows that they end as required. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Fault {

    /** The identifiers of the rows, such as {@code NET-01}. */
    String[] value();
}
