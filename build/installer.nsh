; Lists open with the program for whoever chooses it under "Open with". What they open with by
; themselves stays as it is: the default value of an ending is never written.
!define LIST_CLASS "LoyaltyImporter.List"

!macro eachListEnding DO
  !insertmacro ${DO} "xlsx"
  !insertmacro ${DO} "xlsm"
  !insertmacro ${DO} "xlsb"
  !insertmacro ${DO} "xls"
  !insertmacro ${DO} "ods"
  !insertmacro ${DO} "csv"
  !insertmacro ${DO} "tsv"
!macroend

!macro offerFor ENDING
  WriteRegNone SHELL_CONTEXT "Software\Classes\.${ENDING}\OpenWithProgids" "${LIST_CLASS}"
!macroend

!macro offerNoLongerFor ENDING
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${ENDING}\OpenWithProgids" "${LIST_CLASS}"
!macroend

!macro tellTheShell
  System::Call 'shell32::SHChangeNotify(i, i, p, p) v (0x08000000, 0x1000, 0, 0)'
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\${LIST_CLASS}" "" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${LIST_CLASS}\DefaultIcon" "" "$appExe,0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\${LIST_CLASS}\shell\open\command" "" '"$appExe" "%1"'
  !insertmacro eachListEnding offerFor
  !insertmacro tellTheShell
!macroend

!macro customUnInstall
  !insertmacro eachListEnding offerNoLongerFor
  DeleteRegKey SHELL_CONTEXT "Software\Classes\${LIST_CLASS}"
  !insertmacro tellTheShell
!macroend
