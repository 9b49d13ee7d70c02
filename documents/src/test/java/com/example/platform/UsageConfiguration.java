package com.example.platform;

import dev.anycarrier.Anycarrier;
import dev.anycarrier.AsyncUsage;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;

@Configuration(proxyBeanMethods = false)
class UsageConfiguration {

    @Bean(destroyMethod = "close")
    @ConditionalOnMissingBean
    Anycarrier carriers(@Value("${anycarrier.settings}") final Path settings) {
        return Anycarrier.builder().settings(settings).build();
    }

    @Bean
    AsyncUsage asyncUsage(final Anycarrier carriers, final AsyncTaskExecutor executor) {
        return AsyncUsage.of(carriers, executor);
    }
}
