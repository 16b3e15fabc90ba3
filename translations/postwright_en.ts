<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>badges</name>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) with unsaved changes</source>
        <translation>
            <numerusform>%n file with unsaved changes</numerusform>
            <numerusform>%n files with unsaved changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>edits</name>
    <message numerus="yes">
        <source>It would be %n item(s).</source>
        <translation>
            <numerusform>It would be %n item.</numerusform>
            <numerusform>It would be %n items.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FolderCommands</name>
    <message numerus="yes">
        <source>An earlier save was interrupted. %1 has its content from before that save again.</source>
        <translation>
            <numerusform>An earlier save was interrupted. %1 has its content from before that save again.</numerusform>
            <numerusform>An earlier save was interrupted. %1 have their content from before that save again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has changes that are not saved.</source>
        <translation>
            <numerusform>%1 has changes that are not saved.</numerusform>
            <numerusform>%1 have changes that are not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message numerus="yes">
        <source>%n file(s) with unsaved changes</source>
        <translation>
            <numerusform>%n file with unsaved changes</numerusform>
            <numerusform>%n files with unsaved changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StrayBar</name>
    <message numerus="yes">
        <source>%n more line(s) are no services.</source>
        <translation>
            <numerusform>%n more line is no service.</numerusform>
            <numerusform>%n more lines are no services.</numerusform>
        </translation>
    </message>
</context>
</TS>
