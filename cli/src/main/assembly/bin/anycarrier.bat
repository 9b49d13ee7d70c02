@echo off
rem Runs the command line. Needs Java 17 or newer: that of JAVA_HOME, else the one on PATH. Plugins are found on CLASSPATH.
setlocal
set "ANYCARRIER_HOME=%~dp0.."
set "ANYCARRIER_JAVA=java"
if defined JAVA_HOME set "ANYCARRIER_JAVA=%JAVA_HOME%\bin\java"
set "ANYCARRIER_PATH=%ANYCARRIER_HOME%\lib\*;%ANYCARRIER_HOME%\lib\cluster\*"
if defined CLASSPATH set "ANYCARRIER_PATH=%ANYCARRIER_PATH%;%CLASSPATH%"
"%ANYCARRIER_JAVA%" -Xlog:disable -Xlog:all=error:stderr -cp "%ANYCARRIER_PATH%" dev.anycarrier.cli.Main %*
exit /b %ERRORLEVEL%
