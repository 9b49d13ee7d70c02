package dev.anycarrier.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.anycarrier.spi.UsageProviderFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/** What holds for the whole house: who may use which library, and where time and chance come from. */
@AnalyzeClasses(packages = "dev.anycarrier", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    @ArchTest
    static final ArchRule only_http_speaks_feign_beside_the_interfaces_of_carriers = noClasses()
            .that()
            .resideOutsideOfPackage("dev.anycarrier.http")
            .and()
            .haveSimpleNameNotEndingWith("Api")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("feign..");

    @ArchTest
    static final ArchRule core_reads_json_of_carriers_in_http_and_its_own_in_state_alone = noClasses()
            .that()
            .resideOutsideOfPackage("dev.anycarrier.engine.state")
            .and()
            .resideInAnyPackage(
                    "dev.anycarrier",
                    "dev.anycarrier.usage..",
                    "dev.anycarrier.spi..",
                    "dev.anycarrier.settings..",
                    "dev.anycarrier.discovery..",
                    "dev.anycarrier.engine..",
                    "dev.anycarrier.guice..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule only_guice_knows_guice = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.anycarrier.guice", "dev.anycarrier.cluster.guice", "dev.anycarrier.observation.guice")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.google.inject..", "jakarta.inject..");

    @ArchTest
    static final ArchRule only_observation_knows_micrometer_and_writes_log_lines = noClasses()
            .that()
            .resideOutsideOfPackage("dev.anycarrier.observation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "org.slf4j..");

    @ArchTest
    static final ArchRule time_comes_through_the_ports = noClasses()
            .that()
            .resideOutsideOfPackage("dev.anycarrier.engine.port")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule chance_comes_through_the_ports = noClasses()
            .that()
            .resideOutsideOfPackage("dev.anycarrier.engine.port")
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(ThreadLocalRandom.class, "current");

    @ArchTest
    static final ArchRule core_and_providers_print_nothing = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.anycarrier.cli..",
                    "dev.anycarrier.testkit.conformance.trial",
                    "dev.anycarrier.testkit.conformance.process")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule a_provider_shows_its_factory_and_nothing_else = classes()
            .that()
            .resideInAnyPackage("dev.anycarrier.airalo", "dev.anycarrier.pressone", "dev.anycarrier.onomondo")
            .and()
            .doNotImplement(UsageProviderFactory.class)
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule providers_start_no_thread = noClasses()
            .that()
            .resideInAnyPackage("dev.anycarrier.airalo..", "dev.anycarrier.pressone..", "dev.anycarrier.onomondo..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Executor.class);

    @ArchTest
    static final ArchRule every_package_is_null_marked =
            classes().that().haveSimpleName("package-info").should().beAnnotatedWith(NullMarked.class);
}
