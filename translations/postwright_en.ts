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
    <name>certificates</name>
    <message numerus="yes">
        <source>Expired on %1, %n day(s) ago</source>
        <translation>
            <numerusform>Expired on %1, %n day ago</numerusform>
            <numerusform>Expired on %1, %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Valid until %1, %n day(s) left</source>
        <translation>
            <numerusform>Valid until %1, %n day left</numerusform>
            <numerusform>Valid until %1, %n days left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ChainView</name>
    <message numerus="yes">
        <source>%n further certificate(s) in the file belong to none of these.</source>
        <translation>
            <numerusform>%n further certificate in the file belongs to none of these.</numerusform>
            <numerusform>%n further certificates in the file belong to none of these.</numerusform>
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
    <name>ui::FieldBinding</name>
    <message numerus="yes">
        <source>Removes line %1 of main.cf.</source>
        <translation>
            <numerusform>Removes line %1 of main.cf.</numerusform>
            <numerusform>Removes lines %1 of main.cf.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FixDialog</name>
    <message numerus="yes">
        <source>%n problem(s) of the kind “%1”</source>
        <translation>
            <numerusform>%n problem of the kind “%1”</numerusform>
            <numerusform>%n problems of the kind “%1”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This can’t be done for %n of them.</source>
        <translation>
            <numerusform>This can’t be done for %n of them.</numerusform>
            <numerusform>This can’t be done for %n of them.</numerusform>
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
        <extracomment>%1 is a list of files</extracomment>
        <translation>
            <numerusform>%1 has changes that are not saved.</numerusform>
            <numerusform>%1 have changes that are not saved.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FormSection</name>
    <message numerus="yes">
        <source>%n set</source>
        <translation>
            <numerusform>%n set</numerusform>
            <numerusform>%n set</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ParameterSearch</name>
    <message numerus="yes">
        <source>%n parameter(s) shown</source>
        <translation>
            <numerusform>%n parameter shown</numerusform>
            <numerusform>%n parameters shown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ParametersModel</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ProblemBar</name>
    <message numerus="yes">
        <source>Show %n ignored problem(s)</source>
        <translation>
            <numerusform>Show %n ignored problem</numerusform>
            <numerusform>Show %n ignored problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n error(s)</source>
        <translation>
            <numerusform>Show %n error</numerusform>
            <numerusform>Show %n errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n warning(s)</source>
        <translation>
            <numerusform>Show %n warning</numerusform>
            <numerusform>Show %n warnings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n hint(s)</source>
        <translation>
            <numerusform>Show %n hint</numerusform>
            <numerusform>Show %n hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::StatusLine</name>
    <message numerus="yes">
        <source>%n error(s): show the problems</source>
        <translation>
            <numerusform>%n error: show the problems</numerusform>
            <numerusform>%n errors: show the problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s): show the problems</source>
        <translation>
            <numerusform>%n warning: show the problems</numerusform>
            <numerusform>%n warnings: show the problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s): show the problems</source>
        <translation>
            <numerusform>%n hint: show the problems</numerusform>
            <numerusform>%n hints: show the problems</numerusform>
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
    <name>ui::StrayBar</name>
    <message numerus="yes">
        <source>%n more line(s) are no services.</source>
        <translation>
            <numerusform>%n more line is no service.</numerusform>
            <numerusform>%n more lines are no services.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TableRows</name>
    <message numerus="yes">
        <source>%1: %n row(s)</source>
        <translation>
            <numerusform>%1: %n row</numerusform>
            <numerusform>%1: %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UsageList</name>
    <message numerus="yes">
        <source>The default of %1 refers to it.</source>
        <translation>
            <numerusform>The default of %1 refers to it.</numerusform>
            <numerusform>The defaults of %1 refer to it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>values</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::UpgradeDialog</name>
    <message numerus="yes">
        <source>%n step(s) chosen. Lines change in %1, as one step of Undo.</source>
        <translation>
            <numerusform>%n step chosen. Lines change in %1, as one step of Undo.</numerusform>
            <numerusform>%n steps chosen. Lines change in %1, as one step of Undo.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ServiceWords</name>
    <message numerus="yes">
        <source>every %n minute(s)</source>
        <translation>
            <numerusform>every minute</numerusform>
            <numerusform>every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>every %n second(s)</source>
        <translation>
            <numerusform>every second</numerusform>
            <numerusform>every %n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ServicesModel</name>
    <message numerus="yes">
        <source>Set %1 of %n service(s)</source>
        <translation>
            <numerusform>Set %1 of %n service</numerusform>
            <numerusform>Set %1 of %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch On %n Service(s)</source>
        <translation>
            <numerusform>Switch On %n Service</numerusform>
            <numerusform>Switch On %n Services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch Off %n Service(s)</source>
        <translation>
            <numerusform>Switch Off %n Service</numerusform>
            <numerusform>Switch Off %n Services</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ServicesPage</name>
    <message numerus="yes">
        <source>Remove %n Service(s)</source>
        <translation>
            <numerusform>Remove %n Service</numerusform>
            <numerusform>Remove %n Services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) selected: Space, Remove and all but name and type go to all.</source>
        <translation>
            <numerusform>%n service selected.</numerusform>
            <numerusform>%n services selected: Space, Remove, and a change in any column but Name and Type go to all of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::AddressClasses</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of these domains are in another place too.</source>
        <translation>
            <numerusform>%n of these domains is in another place too.</numerusform>
            <numerusform>%n of these domains are in another place too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::TableEditor</name>
    <message numerus="yes">
        <source>Filter %n row(s)</source>
        <translation>
            <numerusform>Filter %n row</numerusform>
            <numerusform>Filter %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n row(s)</source>
        <translation>
            <numerusform>Remove %n row</numerusform>
            <numerusform>Remove %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n row(s)</source>
        <translation>
            <numerusform>Move %n row</numerusform>
            <numerusform>Move %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch on %n row(s)</source>
        <translation>
            <numerusform>Switch on %n row</numerusform>
            <numerusform>Switch on %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch off %n row(s)</source>
        <translation>
            <numerusform>Switch off %n row</numerusform>
            <numerusform>Switch off %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paste %n row(s)</source>
        <translation>
            <numerusform>Paste %n row</numerusform>
            <numerusform>Paste %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n row(s)</source>
        <translation>
            <numerusform>Import %n row</numerusform>
            <numerusform>Import %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::FindReplaceBar</name>
    <message numerus="yes">
        <source>Replaced in %n place(s).</source>
        <translation>
            <numerusform>Replaced in %n place.</numerusform>
            <numerusform>Replaced in %n places.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) stay as they are: Postfix would read them as something else.</source>
        <translation>
            <numerusform>%n row stays as it is: Postfix would read it as something else.</numerusform>
            <numerusform>%n rows stay as they are: Postfix would read them as something else.</numerusform>
        </translation>
    </message>
</context>
</TS>
